import Glibc
import TestSupport
import Testing

@testable import Search

@Suite struct HeldFileTests {
    private func write(_ text: String, _ path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    @Test func tellsWhetherAnotherFileHasTheName() throws {
        let folder = try TemporaryFolder()
        let files = IndexFiles(folder: folder.path)
        let path = files.path("one")
        #expect(try files.hold("one") == nil)
        write("old", path)
        let held = try #require(try files.hold("one"))
        #expect(held.isStill(at: path))
        // Of the same size, and again and again: no number of a file comes back while one holds it.
        for _ in 0..<20 {
            write("new", files.path("two"))
            #expect(rename(files.path("two"), path) == 0)
            #expect(!held.isStill(at: path))
        }
        let other = try #require(try files.hold("one"))
        #expect(other.isStill(at: path))
        write("longer", path)
        #expect(!other.isStill(at: path))
        unlink(path)
        #expect(!other.isStill(at: path))
    }
}
