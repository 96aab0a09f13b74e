using System.Text.Json;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>The one contact person that Sage 300 keeps with a vendor or customer, below its Account.</summary>
/// <param name="rows">Where they are read.</param>
/// <param name="partner">Whose.</param>
/// <param name="link">The field of the Contact that leads to the partner.</param>
/// <param name="partners">The flow that carries the partner.</param>
internal abstract class PartnerContacts(Sage300Rows rows, Partner partner, string link, string partners) : PartnerFlow(rows, partner)
{
    public override string Module => "Contacts";

    public override IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => [new(link, partners, record.Key)];

    protected override string? SkipOf(JsonElement row) =>
        base.SkipOf(row) ?? (string.IsNullOrWhiteSpace(row.FindText("ContactName")) ? "no contact person" : null);
}
