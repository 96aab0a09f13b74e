using Isthmus.Agent.Business;
using Isthmus.Sandbox.Sage100.Boi;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>An emulated line as the agent drives it.</summary>
internal sealed class EmulatedLine(DocumentLine inner) : IBusinessLine
{
    public BoiError? Error => inner.Error;

    public int SetValue(string column, object value) => inner.SetValue(column, value);

    public int Write() => inner.Write();
}
