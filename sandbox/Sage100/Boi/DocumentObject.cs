using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A _bus object with lines. What was posted can be read and not changed.</summary>
internal abstract class DocumentObject(Company company, string name) : BusinessObject(company, name)
{
    /// <summary>As a message names it: "sales order".</summary>
    protected abstract string Kind { get; }

    /// <summary>The date that is today's unless the writer says otherwise.</summary>
    protected abstract string Dated { get; }

    public DocumentLine AddLine() => Line(null);

    /// <summary>The line of the given LineKey, or null.</summary>
    public DocumentLine? EditLine(string lineKey) =>
        Current.Lines.Find(line => line.Text("LineKey") == lineKey) is { } line ? Line(line) : null;

    /// <summary>The line that carries the caller's own name for it; a new one where none does.</summary>
    public DocumentLine LineOf(string external) =>
        Line(Current.Lines.Find(line => line.Text(UserFields.Line) == external));

    public override string? Closed => base.Closed
        ?? (Schema.Find("PostedDate") is not null && Stored.Text("PostedDate").Length > 0
            ? $"{Schema.KeyLabel} {TableKey.Shown(Key)} was posted and cannot be changed." : null);

    protected abstract DocumentLine Line(Row? before);

    protected override string? OpenNew()
    {
        Current.Set(Dated, Company.Time.Now().Date);
        return null;
    }

    protected override BoiError? BeforeWrite() => Current.Lines.Count == 0 ? Wrong($"The {Kind} has no lines.") : null;

    protected BoiError Wrong(string message, string? column = null, object? value = null) =>
        new(Schema.Bus, column, value, message);
}
