using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>IM_TransactionEntry_bus: stock that comes, goes or is corrected without another document.</summary>
internal sealed class TransactionObject(Company company) : DocumentObject(company, TransactionSchema.Object)
{
    protected override string Kind => "entry";

    protected override string Dated => "TransactionDate";

    protected override DocumentLine Line(Row? before) => new ItemLine(Company, Current, before,
        ItemLineRules.Stock with { Signed = Current.Text("TransactionType") == "A" });
}
