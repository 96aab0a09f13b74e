using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Disputes;

/// <summary>
/// Shows on the invoice and the sales order in Zoho how the dispute stands. Zoho's API has no hold of its own; the field is what
/// people, lists and rules of Zoho see.
/// </summary>
public sealed class NoteDispute(
    ZohoInventoryClient zoho, Mapper mapper, IPayloadStore payloads, AuditTrail audit, IOptions<DisputeOptions> rules, StepRunner steps)
{
    /// <summary>The activity; writing the same again changes nothing, and what is there already is not written.</summary>
    [Function(nameof(NoteDispute))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<DisputeHead> step) =>
        steps.RunAsync(step, "note it in Zoho", async (head, notes) =>
        {
            if (!rules.Value.NoteInZoho) return notes.Detail = "Isthmus:Disputes:NoteInZoho is false.";
            zoho.BeginTurn();
            var context = new MappingContext { Variables = new Dictionary<string, string> { ["note"] = head.Note } };
            var body = mapper.Map("dispute-to-zoho-fields", await payloads.GetAsync(head.Dispute), notes, context);
            using var json = JsonDocument.Parse(body);
            var fields = json.RootElement.GetProperty("custom_fields");
            var written = new List<string>();
            if (!Shows(await zoho.GetInvoiceAsync(head.InvoiceId, CancellationToken.None), fields))
            {
                await zoho.SetInvoiceFieldsAsync(head.InvoiceId, JsonSerializer.SerializeToUtf8Bytes(fields), CancellationToken.None);
                written.Add($"invoice/{head.InvoiceId}");
            }
            if (head.SalesOrderId.Length > 0 && await zoho.GetSalesOrderAsync(head.SalesOrderId, CancellationToken.None) is var order
                && order.FindText("status") is not ("void" or "closed") && !Shows(order, fields))
            {
                await zoho.UpdateSalesOrderAsync(head.SalesOrderId, body, CancellationToken.None);
                written.Add($"salesorder/{head.SalesOrderId}");
            }
            foreach (var record in written)
                await audit.AddAsync(step.RunId, "note dispute", $"zoho-inventory.{record}", "written", notes.Mapping, notes.Fields);
            return notes.Detail = written.Count == 0 ? "It is shown already." : $"Shown on {string.Join(" and ", written)}.";
        });

    private static bool Shows(JsonElement record, JsonElement fields) =>
        record.TryGetProperty("custom_field_hash", out var shown) && fields.EnumerateArray().All(field =>
            shown.FindText(field.GetProperty("api_name").GetString()!) == field.GetProperty("value").GetString());
}
