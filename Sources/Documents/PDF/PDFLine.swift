/// A line of a page, as it was found there.
struct PDFLine {
    var text: String
    /// Counted from 0.
    var page: Int
    /// Lines of one block have one number; each block has its own.
    var block: Int
    /// Where it stands on the page, in points from its left upper corner.
    var left: Float
    var top: Float
    var right: Float
    var bottom: Float
    /// The height of its letters' boxes, which goes with the size of the type.
    var size: Float
    /// How wide its first word is.
    var firstWidth: Float
    /// Where the cells of a row begin that the text is made of, which tabs part then; empty for a line of text.
    var cells: [Float] = []

    var middle: Float { (top + bottom) / 2 }
    var isBlank: Bool { text.isEmpty }
}

/// What a document says of itself, and its lines.
struct PDFDocument {
    var title: String?
    var author: String?
    var created: String?
    var keywords: String?
    /// Width and height of each page, in points.
    var pages: [(width: Float, height: Float)] = []
    var lines: [PDFLine] = []
    /// Whether there was more than is read.
    var isCut = false
}
