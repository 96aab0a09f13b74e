using System.Runtime.InteropServices;

namespace Isthmus.Agent.Boi;

/// <summary>Where COM objects come from and go to.</summary>
internal interface IComLibrary
{
    /// <summary>A new object.</summary>
    /// <exception cref="AgentException">There is none of that name on this machine.</exception>
    object Create(string progId);

    /// <summary>Lets go of an object, whoever else holds it.</summary>
    void Release(object target);
}

/// <summary>Windows' COM.</summary>
internal sealed class ComLibrary : IComLibrary
{
    public object Create(string progId)
    {
        if (!OperatingSystem.IsWindows())
            throw AgentException.Unavailable("Sage's business objects are COM objects: they are on Windows only.", 300);
        var type = Type.GetTypeFromProgID(progId) ?? throw AgentException.Unavailable(
            $"{progId} is not registered here. Run Sage 100's workstation setup on this machine, and the agent as win-x86.", 300);
        return Activator.CreateInstance(type)!;
    }

    public void Release(object target)
    {
        if (OperatingSystem.IsWindows() && Marshal.IsComObject(target)) Marshal.FinalReleaseComObject(target);
    }
}
