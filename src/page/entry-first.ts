import { first } from "./first.ts";

first();
