import Formats
import Foundation

@testable import Documents

/// Makes PDF documents (ISO 32000-1, section 7.5): pages with lines of Helvetica at given places.
struct PDFMaker {
    struct Line {
        var text: String
        var x: Double
        /// From the upper edge.
        var y: Double
        var size: Double = 10
    }

    var title: String?
    var author: String?
    var created: String?
    var pages: [[Line]] = []

    static let height = 792.0

    var bytes: [UInt8] {
        var objects: [String] = ["<< /Type /Catalog /Pages 2 0 R >>"]
        let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
        objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        for (index, page) in pages.enumerated() {
            objects.append("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(5 + index * 2) 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
            let text = page.map { "BT /F1 \($0.size) Tf \($0.x) \(Self.height - $0.y) Td (\(Self.escaped($0.text))) Tj ET" }.joined(separator: "\n")
            objects.append("<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream")
        }
        let fields = [("Title", title), ("Author", author), ("CreationDate", created)].compactMap { name, value in value.map { "/\(name) (\(Self.escaped($0)))" } }
        objects.append("<< \(fields.joined(separator: " ")) >>")
        return Self.file(objects)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("(", with: "\\(").replacing(")", with: "\\)").replacing("•", with: "\\225").replacing("ä", with: "\\344")
    }

    private static func file(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    /// Lines one below the other.
    static func lines(_ texts: [String], x: Double = 72, y: Double, size: Double = 10, pitch: Double = 12) -> [Line] {
        texts.enumerated().map { Line(text: $1, x: x, y: y + Double($0) * pitch, size: size) }
    }
}

/// Documents of the tests without the program: lines at places, as the program finds them.
struct PDFSketch {
    private(set) var document = PDFDocument()
    private var block = 0

    /// A page of 600 by 800 points.
    mutating func page() {
        document.pages.append((600, 800))
        block += 1
    }

    /// Lines of one block; letters are half as wide as high.
    mutating func block(_ texts: [String], x: Float = 72, y: Float, size: Float = 10, pitch: Float = 12) {
        block += 1
        for (index, text) in texts.enumerated() {
            let top = y + Float(index) * pitch
            let first = Float(text.prefix { $0 != " " }.count) * size / 2
            document.lines.append(
                PDFLine(
                    text: text, page: document.pages.count - 1, block: block, left: x, top: top,
                    right: x + Float(text.count) * size / 2, bottom: top + size, size: size, firstWidth: first))
        }
    }

    var outline: [String] { Mail.outline(PDFText(document, limits: FormatLimits()).blocks) }
}
