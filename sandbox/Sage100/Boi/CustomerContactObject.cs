using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>AR_CustomerContact_bus: a person at a customer that is on file.</summary>
internal sealed class CustomerContactObject(Company company) : BusinessObject(company, CustomerContactSchema.Object)
{
    protected override string? OpenNew()
    {
        var (division, number) = (Current.Text("ARDivisionNo"), Current.Text("CustomerNo"));
        return Company[CustomerSchema.Object].Find(TableKey.Of(division, number)) is null
            ? $"Customer Number {division}-{number} is not on file." : null;
    }
}
