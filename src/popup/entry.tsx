document.title = "Dramatis";
