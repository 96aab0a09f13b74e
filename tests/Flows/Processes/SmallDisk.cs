using System.Diagnostics;

namespace Isthmus.Flows.Tests.Processes;

/// <summary>A real file system of a few megabytes, mounted on a folder.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 64 * 1024;
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    private string Ballast => Path.Combine(folder, "ballast");

    public static SmallDisk Mount(string folder, string size)
    {
        Run("mount", "-t", "tmpfs", "-o", $"size={size}", "isthmus-test", folder);
        return new SmallDisk(folder);
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", folder);

    /// <summary>Leaves no byte of room.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, 1);
        for (var size = Block; size > 0; size /= 2)
        {
            try { while (true) file.Write(new byte[size]); }
            catch (IOException) { /* not so much: half of it */ }
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose() => Run("umount", "-l", folder);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said}");
    }
}
