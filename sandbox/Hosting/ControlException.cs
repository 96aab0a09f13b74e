namespace Isthmus.Sandbox.Hosting;

/// <summary>A control call that cannot be done: answered as 400 (or the given status) {"error": message}.</summary>
internal sealed class ControlException(string message, int status = 400) : Exception(message)
{
    public int Status { get; } = status;
}
