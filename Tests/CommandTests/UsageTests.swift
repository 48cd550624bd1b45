import Foundation
import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        (["--version"], 0), (["--help"], 0), (["help"], 0), (["read"], 2), (["wrap", "--width", "0"], 2), (["wrap", "--width", "x"], 2),
        (["list", "--nonsense"], 2), (["search"], 2), (["search", "word", "--limit", "0"], 2), (["show"], 2),
        (["bookmrks"], 2), (["lsit"], 2), (["nothing-like-it"], 1),
    ] as [([String], Int32)])
    func leavesWith(arguments: [String], status: Int32) throws {
        try withProgram { program in
            let outcome = try program.run(arguments)
            #expect(outcome.status == status)
            #expect(outcome.errors.isEmpty == (status == 0))
            if status != 0 {
                #expect(outcome.errors.hasPrefix("dossier: "))
                #expect(outcome.errors.split(separator: "\n").count == 1)
            }
        }
    }

    @Test func namesAFolderThatIsNotThere() throws {
        try withProgram { program in
            let outcome = try program.run("list", "--library", "nowhere")
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("dossier: library "))
        }
    }

    @Test func wrapsLikeAFilter() throws {
        try withProgram { program in
            let outcome = try program.run("wrap", "--width", "12", input: Data("one two three four\u{1B}[2J five".utf8))
            #expect(outcome.status == 0)
            #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 12 })
            #expect(!outcome.output.contains("\u{1B}"))
        }
    }
}

extension Program {
    func run(_ arguments: [String]) throws -> Outcome {
        try run(list: arguments, input: Data())
    }
}
