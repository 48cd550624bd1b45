/// The text of an article with a title.
func text(_ title: String) -> String { "Title: \(title)\n\nThe text of \(title) is a paragraph.\n" }
