import Foundation
import PseudoTerminal
import TestSupport
import Testing

/// Panes that scroll within left and right margins, at random: after every frame the terminal shows what was drawn.
@Suite(.serialized) struct PaneScrollingTests {
    /// With 14 the cursor was once put beyond the edge, and an area that moved was then sent to the wrong place.
    static let seeds: [UInt64] = Soak.pick(sample: [1, 14], full: Array(1...80))

    /// A demo, and the file that has the text of what it has drawn last.
    private final class Drawn {
        let demo: PseudoTerminal
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("panes-\(UUID().uuidString)").path

        init(_ type: String, seed: UInt64, kind: String, isAnew: Bool = false) throws {
            var environment = ["SCRIBBLE": path, "SCRIBBLE_SEED": "\(seed)", "SCRIBBLE_KIND": kind]
            if isAnew { environment["SCRIBBLE_ANEW"] = "1" }
            demo = try DemoTerminal.start(type, columns: 60, rows: 16, environment)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// Asks for the next frame. Until it is drawn there is nothing to be expected, so that it is not taken for the last one.
        func next() {
            try? FileManager.default.removeItem(atPath: path)
            demo.send("s")
        }

        var expected: String? { try? String(contentsOfFile: path, encoding: .utf8) }

        /// What can be seen of each cell: of a blank only its ground and lines.
        var cells: [ShownCell?] {
            (0..<16 * 60).map { index in
                var cell = demo.cell(column: index % 60, row: index / 60)
                // The right half of a wide cluster is the left one's.
                if cell.text.isEmpty { return nil }
                guard cell.text == " " else { return cell }
                (cell.isBold, cell.isItalic) = (false, false)
                if !cell.isReversed, !cell.isUnderlined { cell.foreground = .standard }
                return cell
            }
        }
    }

    /// Beside it runs a demo that draws the same frames and sends each of them anew and whole: cells are compared with it, with
    /// their styles, and their text with what was drawn.
    @Test(arguments: ["plain", "marks", "wide"], seeds) func framesArriveWhole(_ kind: String, _ seed: UInt64) throws {
        let tested = try Drawn("xterm-256color", seed: seed, kind: kind)
        let whole = try Drawn("xterm-256color", seed: seed, kind: kind, isAnew: true)
        for frame in 1...30 {
            tested.next()
            whole.next()
            try #require(
                tested.demo.wait { $0.text == tested.expected },
                "frame \(frame):\n\(tested.demo.text)\ndrawn:\n\(tested.expected ?? "")"
            )
            try #require(whole.demo.wait { $0.text == whole.expected }, "frame \(frame), sent whole:\n\(whole.demo.text)")
            // Of either the styles may still be on their way.
            let areSame = (0..<100).contains { _ in
                tested.cells == whole.cells || tested.demo.wait(timeout: .milliseconds(10)) { _ in tested.cells == whole.cells }
                    || whole.demo.wait(timeout: .milliseconds(10)) { _ in tested.cells == whole.cells }
            }
            try #require(areSame, "frame \(frame): \(difference(tested.cells, whole.cells))")
        }
    }

    /// Else the frames would say nothing of scrolling.
    @Test func framesScroll() throws {
        let drawn = try Drawn("xterm-256color", seed: 1, kind: "plain")
        for _ in 1...30 {
            drawn.next()
            try #require(drawn.demo.wait { $0.text == drawn.expected })
        }
        let scrolls = String(decoding: drawn.demo.output, as: UTF8.self).components(separatedBy: "\u{1B}[?69h").count - 1
        #expect(scrolls > 3, "\(scrolls)")
    }

    private func difference(_ left: [ShownCell?], _ right: [ShownCell?]) -> String {
        guard let index = left.indices.first(where: { left[$0] != right[$0] }) else { return "" }
        return "column \(index % 60), row \(index / 60): \(String(describing: left[index])) instead of \(String(describing: right[index]))"
    }
}
