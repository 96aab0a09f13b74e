using Isthmus.Tests.Support;

namespace Isthmus.Flows.Tests.Processes;

/// <summary>Runs where a small file system in memory can be mounted: on Linux, as root.</summary>
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly bool CanMount = Try();

    public MountFactAttribute()
    {
        if (!CanMount) Skip = "A file system can be mounted on Linux, as root, only.";
    }

    private static bool Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        using var folder = new TemporaryFolder();
        try
        {
            using var mounted = SmallDisk.Mount(folder.Path, "1m");
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
