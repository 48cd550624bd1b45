import Articles
import Text

/// Articles one a line, in the shape of `dossier read --json`: what was written so is read back as it was. Beyond that shape,
/// an article may have a `text` alone, with blank lines between its paragraphs. A line that holds no article costs
/// itself.
struct JSONLinesReader {
    private let file: SourceFile
    private let limits: FormatLimits
    private let firstLine: Int

    /// `firstLine` is the number of the first line, counted from 1, where `file` is a piece of a larger one.
    init(_ file: SourceFile, limits: FormatLimits, firstLine: Int = 1) {
        self.file = file
        self.limits = limits
        self.firstLine = firstLine
    }

    /// One line is read at a time.
    var readings: Readings {
        var rest = firstLine == 1 ? file.unmarkedBytes : file.bytes[...]
        var number = firstLine - 1
        return Readings {
            while !rest.isEmpty {
                let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
                let line = rest[rest.startIndex..<end]
                rest = rest[min(end + 1, rest.endIndex)...]
                number += 1
                if line.contains(where: { $0 > 0x20 }) { return reading(of: line, number) }
            }
            return nil
        }
    }

    private func reading(of line: ArraySlice<UInt8>, _ number: Int) -> Readings.Element {
        guard line.count <= limits.lineSize else {
            return .failure(FormatError(file: file.name, reason: .lineTooLong(line: number, limit: limits.lineSize)))
        }
        do {
            var article = JSONArticle(try JSONParser.value(line, options: .data), limits: limits)
            let read = try article.article()
            return .success(Reading(article: read, notes: article.notes.map { FormatNote(file: file.name, reason: $0) }))
        } catch let failure as JSONParser.Failure {
            return .failure(bad(number, failure.problem))
        } catch let fault as JSONArticle.Fault {
            return .failure(bad(number, fault.problem))
        } catch {
            return .failure(bad(number, "it cannot be read"))
        }
    }

    private func bad(_ line: Int, _ problem: String) -> FormatError {
        FormatError(file: file.name, reason: .noArticle(line: line, problem: problem))
    }
}
