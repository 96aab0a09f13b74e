using System.Text.Json.Nodes;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100;

/// <summary>Every record for people and proofs. An order carries its computed total.</summary>
internal static class SageLedger
{
    public static JsonObject Of(Company company) => new()
    {
        ["company"] = Company.Code,
        ["customers"] = Rows(company, CustomerSchema.Object),
        ["contacts"] = Rows(company, CustomerContactSchema.Object),
        ["orders"] = Rows(company, SalesOrderSchema.Object, WithTotal),
        ["history"] = Rows(company, SalesOrderHistorySchema.Object, WithLines),
        ["items"] = Rows(company, ItemSchema.Object),
        ["warehouses"] = Rows(company, ItemWarehouseSchema.Object),
        ["invoices"] = Rows(company, InvoiceSchema.Object, WithTotal),
        ["invoiceHistory"] = Rows(company, InvoiceHistorySchema.Object, WithTotal),
        ["tracking"] = Rows(company, TrackingSchema.Object),
        ["trackingHistory"] = Rows(company, TrackingSchema.History),
        ["openInvoices"] = Rows(company, OpenInvoiceSchema.Object),
        ["receivableInvoices"] = Rows(company, ReceivableInvoiceSchema.Object, WithLines),
        ["cashReceipts"] = Rows(company, CashReceiptsSchema.Object, WithLines),
        ["returns"] = Rows(company, ReturnSchema.Object, WithLines),
        ["accounts"] = Rows(company, AccountSchema.Object),
        ["journals"] = Rows(company, JournalSchema.Object, WithLines),
        ["priceCodes"] = Rows(company, PriceCodeSchema.Object),
        ["transactions"] = Rows(company, TransactionSchema.Object, WithLines),
        ["vendors"] = Rows(company, VendorSchema.Object),
        ["purchaseOrders"] = Rows(company, PurchaseOrderSchema.Object, WithLines),
        ["purchaseHistory"] = Rows(company, PurchaseOrderSchema.History),
        ["receipts"] = Rows(company, ReceiptSchema.Object, WithLines)
    };

    private static JsonArray Rows(Company company, string name, Func<JsonObject, Row, JsonObject>? add = null) =>
        new([.. company[name].After(null).Select(row => add is null ? Row(row) : add(Row(row), row))]);

    private static JsonObject Row(Row row) =>
        new(row.Schema.Columns.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)Value(row[column]))));

    private static JsonObject WithTotal(JsonObject shown, Row order)
    {
        shown["Total"] = OrderTotals.Of(order);
        return WithLines(shown, order);
    }

    private static JsonObject WithLines(JsonObject shown, Row order)
    {
        shown["Lines"] = new JsonArray([.. order.Lines.Select(Row)]);
        return shown;
    }

    private static JsonValue Value(object value) => value is decimal number
        ? JsonValue.Create(number) : JsonValue.Create((string)value);
}
