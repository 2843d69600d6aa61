// Comments come late, as on real news pages: the marks must follow.
const section = document.getElementById("comments");
setTimeout(async () => {
  const comments = await (await fetch("/comments.json")).json();
  section.querySelector(".loading").remove();
  for (const { name, text } of comments) {
    const comment = document.createElement("div");
    comment.className = "comment";
    const author = document.createElement("b");
    author.textContent = name;
    const body = document.createElement("p");
    body.textContent = text;
    comment.append(author, body);
    section.append(comment);
  }
}, 1200);
