using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.SalesOrders;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Bills;

/// <summary>Creates, updates, opens, voids and deletes bills. Not more than was ordered.</summary>
internal static class Billing
{
    public static Answer Create(ApiCall call)
    {
        var (company, body) = (call.Company, call.Body);
        var order = body.Text("purchaseorder_id") is { } id
            ? company.PurchaseOrders.Find(id) ?? throw Refusal.Missing("Purchase Order") : null;
        var bill = new Bill { Id = company.Series.NextId(), Created = call.Now, PurchaseOrderId = order?.Id };
        HeaderReading.SetCustomer(company, bill, HeaderReading.Vendor(company, body));
        Write(call, bill, isUpdate: false);
        Check(company, bill);
        company.Bills.Add(bill);
        company.Report("bill.created", bill);
        if (!company.Settings.Approvals) Open(company, bill);
        return Answer.Created("The bill has been created.", "bill", BillView.Full(company, bill));
    }

    public static Answer Update(ApiCall call)
    {
        var (company, before) = (call.Company, BillRoutes.Find(call));
        if (before.Status == "void") throw Refusal.State("A void bill cannot be edited.");
        var bill = Copy.Of(before);
        Write(call, bill, isUpdate: true);
        var wasOpen = before.Status == "open";
        if (wasOpen) Book(company, before, -1);
        try { Check(company, bill); }
        catch (Refusal)
        {
            if (wasOpen) Book(company, before, +1);
            throw;
        }
        if (wasOpen) Book(company, bill, +1);
        company.Bills.Swap(bill);
        company.Report("bill.edited", bill);
        return new Answer("The bill has been updated.", "bill", BillView.Full(company, bill));
    }

    public static Answer MarkOpen(ApiCall call)
    {
        var bill = BillRoutes.Find(call);
        Approval.RefuseUnapproved(call.Company, bill, "bill");
        if (bill.Status != "open") Check(call.Company, bill);
        Open(call.Company, bill);
        return Answer.Done("The status of the bill has been changed to open.");
    }

    public static Answer Void(ApiCall call)
    {
        var bill = BillRoutes.Find(call);
        if (bill.Status == "open") Book(call.Company, bill, -1);
        (bill.Status, bill.Modified) = ("void", call.Now);
        call.Company.Report("bill.voided", bill);
        return Answer.Done("The bill has been marked as void.");
    }

    public static Answer Delete(ApiCall call)
    {
        var bill = BillRoutes.Find(call);
        if (bill.Status == "open") Book(call.Company, bill, -1);
        call.Company.Bills.Remove(bill);
        call.Company.Report("bill.deleted", bill);
        return Answer.Done("The bill has been deleted.");
    }

    private static void Open(Company company, Bill bill)
    {
        if (bill.Status == "open") return;
        Book(company, bill, +1);
        (bill.Status, bill.Modified) = ("open", company.Now);
        company.Report("bill.opened", bill);
    }

    private static void Check(Company company, Bill bill)
    {
        foreach (var group in bill.Lines.Where(line => line.PurchaseLineId is not null).GroupBy(line => line.PurchaseLineId!))
        {
            var ordered = Ordered(company, group.Key);
            if (ordered.Billed + group.Sum(line => line.Quantity) > ordered.Quantity)
                throw Refusal.State("The quantity billed cannot be more than the quantity ordered.");
        }
    }

    private static void Book(Company company, Bill bill, int sign)
    {
        foreach (var line in bill.Lines)
        {
            if (line.PurchaseLineId is { } id) Ordered(company, id).Billed += sign * line.Quantity;
            if (Commitment.StockOf(company, bill, line) is { } stock) stock.Accounting += sign * line.Quantity;
        }
    }

    private static DocumentLine Ordered(Company company, string id) =>
        (company.PurchaseOrders.First("line_item_id", id) ?? throw Refusal.Value("purchaseorder_item_id"))
            .Lines.First(line => line.Id == id);

    private static void Write(ApiCall call, Bill bill, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        HeaderReading.Apply(company, bill, body, call.Now);
        bill.Number = body.Text("bill_number") ?? bill.Number;
        bill.DueDate = body.Date("due_date") ?? bill.DueDate;
        if (bill.DueDate < bill.Date) throw Refusal.Value("due_date");
        if (!isUpdate || body.Has("line_items")) bill.Lines = LineReading.Read(company, body, bill);
        bill.Custom.Apply(company, "bill", body.Children("custom_fields"), isUpdate,
            company.Bills.Rows.Where(other => other.Id != bill.Id).Select(other => other.Custom));
        Totals.Compute(company, bill);
    }
}
