using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>SO_InvoiceTracking_bus: one package of an invoice in entry.</summary>
internal sealed class TrackingObject(Company company) : BusinessObject(company, TrackingSchema.Object)
{
    protected override string? OpenNew() => Company[InvoiceSchema.Object].Find(Current.Text("InvoiceNo")) is null
        ? $"Invoice {Current.Text("InvoiceNo")} is not on file." : null;
}
