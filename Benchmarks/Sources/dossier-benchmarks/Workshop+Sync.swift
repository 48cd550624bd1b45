import Foundation

extension Workshop {
    /// Syncing a folder of text files on one processor, then the same folder with nothing changed, three times.
    func sync() throws {
        let path = folder + "/files"
        let bytes = try writeFiles(to: path)
        let command = ["/usr/bin/taskset", "-c", "0", program, "sync", "--library", path]
        let first = try run(command)
        let rate = Double(options.size) / first
        report("sync of \(options.size) files, \(bytes / 1_000_000) MB, one processor".padding(to: 60)
            + "\(Figures.rounded(first)) s".padding(to: 12) + "\(Int(rate)) articles/s")
        var again = Figures()
        for _ in 0..<5 { again.add(try run(command)) }
        report(again.line("sync again, nothing changed", unit: "s"))
        try FileManager.default.removeItem(atPath: path)
    }
}
