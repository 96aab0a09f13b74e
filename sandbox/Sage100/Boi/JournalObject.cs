using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A general journal entry: refused unless it balances and its period is open.</summary>
internal sealed class JournalObject(Company company) : DocumentObject(company, JournalSchema.Object)
{
    protected override string Kind => "journal entry";

    protected override string Dated => "PostingDate";

    protected override DocumentLine Line(Row? before) => new JournalLine(Company, Current, before);

    protected override string? BeforeSet(Column column, object value) =>
        column.Name == "PostingDate" ? Company.Settings.Closes(column, (string)value) : null;

    protected override BoiError? BeforeWrite()
    {
        if (base.BeforeWrite() is { } empty) return empty;
        if (Company.Settings.Closes(Schema.Find("PostingDate")!, Current.Text("PostingDate")) is { } closed)
            return Wrong(closed, "PostingDate", Current.Text("PostingDate"));
        var debit = Current.Lines.Sum(line => line.Number("DebitAmount"));
        var credit = Current.Lines.Sum(line => line.Number("CreditAmount"));
        if (debit != credit) return Wrong($"The journal entry is out of balance by {Math.Abs(debit - credit):0.00}.");
        Current.Set("DebitAmount", debit).Set("CreditAmount", credit);
        return null;
    }
}
