using Isthmus.Agent.Business;
using Isthmus.Sandbox.Sage100.Boi;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>An emulated _bus object as the agent drives it.</summary>
/// <param name="inner">The object.</param>
/// <param name="breaks">Whether the session breaks after the record was stored, by "SO_SalesOrder create".</param>
internal sealed class EmulatedObject(BusinessObject inner, Func<string, bool> breaks) : IBusinessObject
{
    private BoiError? noLine;

    public string Bus => inner.Schema.Bus;

    public BoiError? Error => noLine ?? inner.Error;

    public bool IsNew => inner.IsNew;

    public IBusinessRow? Stored => inner.Stored;

    public string? Closed => inner.Closed;

    public bool HasLines => inner is DocumentObject;

    private DocumentObject Document => (DocumentObject)inner;

    public int SetKeyValue(string column, object value) => inner.SetKeyValue(column, value);

    public int SetKey() => inner.SetKey();

    public int SetValue(string column, object value) => inner.SetValue(column, value);

    public IBusinessLine? AddLine() => new EmulatedLine(Document.AddLine());

    public IBusinessLine? EditLine(string lineKey)
    {
        if (Document.EditLine(lineKey) is { } line) return new EmulatedLine(line);
        noLine = new BoiError(inner.Schema.Lines!.Bus, "LineKey", lineKey, $"Line Key {lineKey} is not on file.");
        return null;
    }

    public IBusinessLine? LineOf(string external) => new EmulatedLine(Document.LineOf(external));

    public int Write() => Unbroken(inner.Write(), IsNew ? "create" : "update");

    public int Delete() => Unbroken(inner.Delete(), "delete");

    public void Dispose() { }

    private int Unbroken(int done, string mode) => done != 0 && breaks($"{inner.Schema.Object} {mode}")
        ? throw new BrokenSessionException("The session to Sage broke. (0x800706BE)") : done;
}
