using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

/// <summary>Creates, updates and deletes sales orders.</summary>
internal static class SalesOrderWriting
{
    public static Answer Create(ApiCall call)
    {
        var company = call.Company;
        var order = new SalesOrder { Id = company.Series.NextId(), Created = call.Now };
        HeaderReading.SetCustomer(company, order, HeaderReading.Customer(company, call.Body));
        Write(call, order, isUpdate: false);
        order.Number = DocumentNumbers.Choose(call, "salesorder_number", "SO", "Sales Order", number => IsTaken(company, number));
        company.SalesOrders.Add(order);
        company.Report("salesorder.created", order);
        return Answer.Created("Sales Order has been created.", "salesorder", SalesOrderView.Full(company, order));
    }

    public static Answer Update(ApiCall call)
    {
        var company = call.Company;
        var before = SalesOrderRoutes.Find(call);
        if (before.Status is "void" or "closed") throw Refusal.State($"A {before.Status} sales order cannot be edited.");
        if (call.Body.Text("customer_id") is { } customer && customer != before.CustomerId) throw Refusal.Value("customer_id");
        var order = Copy.Of(before);
        Write(call, order, isUpdate: true);
        if (call.Body.Text("salesorder_number") is { } number && number != before.Number)
            order.Number = IsTaken(company, number) ? throw Refusal.Duplicate("Sales Order number", number) : number;
        if (before.IsOpen) Commitment.Release(company, before);
        company.SalesOrders.Swap(order);
        if (order.IsOpen) Commitment.Take(company, order);
        company.Report("salesorder.edited", order);
        return new Answer("Sales Order has been updated.", "salesorder", SalesOrderView.Full(company, order));
    }

    public static Answer Delete(ApiCall call)
    {
        var company = call.Company;
        var order = SalesOrderRoutes.Find(call);
        if (company.Invoices.By("salesorder_id", order.Id).Count + company.Packages.By("salesorder_id", order.Id).Count > 0)
            throw Refusal.State("The sales order has invoices or packages and cannot be deleted.");
        if (order.IsOpen) Commitment.Release(company, order);
        company.SalesOrders.Remove(order);
        company.Report("salesorder.deleted", order);
        return Answer.Done("Sales order has been deleted.");
    }

    private static bool IsTaken(Company company, string number) => company.SalesOrders.By("salesorder_number", number).Count > 0;

    private static void Write(ApiCall call, SalesOrder order, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        HeaderReading.Apply(company, order, body, call.Now);
        order.ShipmentDate = body.Date("shipment_date") ?? order.ShipmentDate;
        order.Rest.Take(body, ["delivery_method", "pricebook_id"]);
        if (!isUpdate || body.Has("line_items"))
        {
            var next = LineReading.Read(company, body, order);
            if (order.Lines.Exists(line => line.Invoiced + line.Packed > 0 && !next.Exists(kept => kept.Id == line.Id)))
                throw Refusal.State("Lines that are packed or invoiced cannot be deleted.");
            order.Lines = next;
        }
        order.Custom.Apply(company, "salesorder", body.Children("custom_fields"), isUpdate,
            company.SalesOrders.Rows.Where(other => other.Id != order.Id).Select(other => other.Custom));
        Totals.Compute(company, order);
    }
}
