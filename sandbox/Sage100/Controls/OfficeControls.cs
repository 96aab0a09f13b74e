using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Agent.Protocol;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Host;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;
using Isthmus.Sandbox.Sage100.Updates;

namespace Isthmus.Sandbox.Sage100.Controls;

/// <summary>
/// What the people in the office do. POST /_sandbox/sage-100/write: the agent's own write, on a screen. /updates posts what is in
/// entry; /period-end <c>{through}</c> does that and closes. /purchase-orders/{no}/receive and /returns/{no}/receive
/// <c>{quantities}</c>: goods arrive.
/// </summary>
internal static class OfficeControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company)
    {
        Map(routes, company, "write", (_, body) => Write(company, body));
        Map(routes, company, "updates", (_, _) => RegisterUpdates.Run(company));
        Map(routes, company, "period-end", (_, body) => Close(company, body));
        Map(routes, company, "purchase-orders/{no}/receive", (no, body) =>
            Receive(company, Find(company, PurchaseOrderSchema.Object, no), body));
        Map(routes, company, "returns/{no}/receive", (no, body) =>
        {
            var memo = Numbering.Next(company, InvoiceSchema.Object);
            var received = ReturnReceipt.Receive(company, Find(company, ReturnSchema.Object, no), memo, body.Quantities());
            return new() { ["return"] = received.Key, ["creditMemo"] = received.Text("CreditMemoNo") };
        });
    }

    private static void Map(IEndpointRouteBuilder routes, Company company, string path, Func<string, JsonObject,
        JsonObject> act) =>
        routes.MapPost($"/_sandbox/sage-100/{path}", async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            JsonObject answer;
            lock (company.Gate)
                answer = company.Time.ByPerson(() => act(((string?)context.Request.RouteValues["no"] ?? "").PadLeft(7, '0'),
                    body));
            await context.Response.WriteJsonAsync(200, answer);
        });

    private static JsonObject Write(Company company, JsonObject body)
    {
        using var record = JsonDocument.Parse(body.ToJsonString());
        var result = new RecordWrite(EmulatedSession.OfPerson(company), record.RootElement).Run();
        return result.Outcome.StartsWith("written", StringComparison.Ordinal)
            ? new() { ["outcome"] = result.Outcome }
            : throw new ControlException(result.Error?.Message ?? result.Message ?? result.Outcome, 409);
    }

    private static JsonObject Close(Company company, JsonObject body)
    {
        body.AllowOnly("through");
        var posted = RegisterUpdates.Run(company);
        company.Settings.Change(new JsonObject { ["closedThrough"] = body.Need<string>("through") });
        posted["closedThrough"] = company.Settings.ClosedThrough;
        return posted;
    }

    private static JsonObject Receive(Company company, Row order, JsonObject body)
    {
        body.AllowOnly("quantities");
        var table = company[ReceiptSchema.Object];
        var receipt = new Row(table.Schema).Set("ReceiptNo", Numbering.Next(company, ReceiptSchema.Object))
            .Set("PurchaseOrderNo", order.Key).Set("ReceiptDate", company.Time.Now().Date);
        foreach (var line in order.Lines)
        {
            var open = Math.Max(0, line.Number("QuantityOrdered") - line.Number("QuantityReceived"));
            var came = body.Quantities() is { } given ? given.GetValueOrDefault(line.Text("LineKey")) : open;
            if (came == 0) continue;
            receipt.Lines.Add(new Row(table.Schema.Lines!).Carry(line).Set("ReceiptNo", receipt.Key).Set("LineKey",
                line.Text("LineKey"))
                .Set("OrderLineKey", line.Text("LineKey")).Set("QuantityReceived", came)
                .Set("ExtensionAmt", Math.Round(came * line.Number("UnitCost"), 2, MidpointRounding.AwayFromZero)));
        }
        RegisterUpdates.Post(company, table, receipt, StockUpdates.PostReceipt);
        return new() { ["receipt"] = receipt.Key, ["order"] = order.Key };
    }

    private static Row Find(Company company, string name, string no) =>
        company[name].Find(no) ?? throw new ControlException($"There is no {name} {no}.", 404);
}
