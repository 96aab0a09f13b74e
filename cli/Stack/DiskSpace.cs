namespace Isthmus.Cli.Stack;

/// <summary>Whether the state folder can be written and has room to work in.</summary>
internal static class DiskSpace
{
    private const long NeededMegabytes = 200;

    public static void Require(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var free = new DriveInfo(folder).AvailableFreeSpace / (1024 * 1024);
            if (free >= NeededMegabytes) return;
            throw new StackException(
                $"Only {free} MB are free for the state folder {folder}; {NeededMegabytes} MB are needed.",
                "Free some space, or set ISTHMUS_HOME to a folder on another disk.");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new StackException(
                $"The state folder {folder} cannot be written: {failure.Message}", "Set ISTHMUS_HOME to a folder that you may write.");
        }
    }
}
