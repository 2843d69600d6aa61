/** The options page in the hands of a reader. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import type { Session } from "../../browsers/launch.ts";
import type { FeedHost } from "./feed-host.ts";
import { control, press, says, until } from "./reader.ts";

type Part = Page | ElementHandle<Element>;

export class OptionsPage {
  readonly page: Page;
  readonly #session: Session;

  private constructor(session: Session, page: Page) {
    this.#session = session;
    this.page = page;
  }

  static async open(session: Session): Promise<OptionsPage> {
    const page = await session.open("options.html", 'aria/Feed address[role="textbox"]');
    await page.setViewport({ width: 1100, height: 900 });
    return new OptionsPage(session, page);
  }

  row(title: string): Promise<ElementHandle<Element>> {
    return control(this.page, "row", title);
  }

  async typeAddress(address: string): Promise<void> {
    const field = await control(this.page, "textbox", "Feed address");
    await field.evaluate((element) => (element as HTMLInputElement).select());
    await field.type(address);
  }

  /** Adds a feed; its row, once its dossier is there. */
  async add(feed: FeedHost): Promise<ElementHandle<Element>> {
    await this.typeAddress(feed.address);
    await control(this.page, "region", "What this feed holds");
    await press(this.page, "button", "Add feed");
    const row = await this.row(feed.title);
    await says(row, /was added at version \d/);
    return row;
  }

  /** Removes a feed (its row) or a dossier (its item), saying yes to the question. */
  async remove(part: ElementHandle<Element>): Promise<void> {
    await press(part, "button", "Remove");
    await press((await this.page.waitForSelector("[role=alertdialog]:modal"))!, "button", "Remove");
    await until(
      "it to be gone",
      () => part.evaluate((element) => element.isConnected),
      (there) => !there,
    );
  }

  /** The names of a row's buttons that cannot be pressed now. */
  disabled(row: ElementHandle<Element>): Promise<string[]> {
    return row.$$eval("button:disabled", (all) => all.map((button) => button.textContent));
  }

  /** What a list shows as chosen. */
  async chosen(part: Part, name: string): Promise<string> {
    const list = await control(part, "combobox", name);
    return list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]!.text);
  }

  async choose(part: Part, name: string, value: string): Promise<void> {
    await (await control(part, "combobox", name)).select(value);
  }

  async importFiles(files: string[]): Promise<void> {
    if (this.#session.kind === "firefox") {
      // Headless Firefox tells nothing of its file dialog: the files go to the field that the button opens it for.
      const field = await this.page.waitForSelector("input[type=file]");
      await (field as ElementHandle<HTMLInputElement>).uploadFile(...files);
      return;
    }
    const [chooser] = await Promise.all([this.page.waitForFileChooser(), press(this.page, "button", "Choose files")]);
    await chooser.accept(files);
  }

  /** A file dragged in from outside, to the place for it or another named one; WebDriver BiDi cannot, so in Firefox the page gets the events that a drop is. */
  async drop(file: string, where = "Import a dossier"): Promise<void> {
    const area = (await this.page.$(`aria/${where}[role="heading"]`))!;
    await area.scrollIntoView();
    const { x, y } = await area.clickablePoint();
    if (this.#session.kind === "chromium") {
      const cdp = await this.page.createCDPSession();
      const data = { items: [], files: [file], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"] as const)
        await cdp.send("Input.dispatchDragEvent", { type, x, y, data });
      await cdp.detach();
      return;
    }
    await this.page.evaluate(
      (left, top, name, content) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], name, { type: "application/json" }));
        const target = document.elementFromPoint(left, top)!;
        for (const type of ["dragenter", "dragover", "drop"])
          target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      },
      x,
      y,
      basename(file),
      await readFile(file, "utf8"),
    );
  }
}
