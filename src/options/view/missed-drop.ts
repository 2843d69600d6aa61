import { useEffect } from "preact/hooks";

/**
 * A file that is dropped beside the place for it would replace this page with the file. Here nothing comes of it, and the
 * pointer says so beforehand.
 */
export function useMissedDrop(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => {
      // What has its place has been taken there.
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", refuse);
    window.addEventListener("drop", refuse);
    return () => {
      window.removeEventListener("dragover", refuse);
      window.removeEventListener("drop", refuse);
    };
  }, []);
}
