using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>create_invoice: the legacy way. A line whose account demands a dimension is refused without it.</summary>
internal sealed class InvoiceFunction(Company company)
{
    private static readonly (string Flag, string Element)[] Demands =
    [
        ("REQUIREDEPT", "departmentid"), ("REQUIRELOC", "locationid"), ("REQUIREPROJECT", "projectid"), ("REQUIRECUSTOMER", "customerid"),
        ("REQUIREVENDOR", "vendorid"), ("REQUIREEMPLOYEE", "employeeid"), ("REQUIREITEM", "itemid"), ("REQUIRECLASS", "classid"),
        ("REQUIRECONTRACT", "contractid"), ("REQUIREWAREHOUSE", "warehouseid"),
    ];

    public object Create(XElement body)
    {
        var customer = company["CUSTOMER"].Find(body.Element("customerid")!.Value)
            ?? throw new FunctionException("BL03000018", $"The customer {body.Element("customerid")!.Value} does not exist.");
        var total = body.Element("invoiceitems")!.Elements("lineitem").Sum(Line);
        return new XElement("key",
            Put(company, customer, body.Element("invoiceno")?.Value ?? "", total, "", body.Element("externalid")?.Value ?? "").Number);
    }

    /// <summary>An invoice in the books.</summary>
    public static Record Put(Company company, Record customer, string number, decimal total, string document, string externalId)
    {
        var record = company.New();
        var amount = total.ToString("0.00", CultureInfo.InvariantCulture);
        (record["RECORDID"], record["STATE"], record["RAWSTATE"]) = (number, "Posted", "A");
        (record["CUSTOMERID"], record["CUSTOMERNAME"], record["DOCNUMBER"]) = (customer["CUSTOMERID"], customer["NAME"], document);
        (record["TOTALENTERED"], record["TOTALDUE"], record["EXTERNALID"]) = (amount, amount, externalId);
        record["WHENCREATED"] = company.Now.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);
        record.Modified = company.Now;
        company.Put(company["ARINVOICE"], record, created: true);
        return record;
    }

    private decimal Line(XElement line)
    {
        var number = line.Element("glaccountno")?.Value ?? "";
        if (company["GLACCOUNT"].Find(number) is not { } account)
            throw new FunctionException("BL03000018", $"The account {number} does not exist.");
        foreach (var (flag, element) in Demands)
            if (account[flag] == "true" && string.IsNullOrEmpty(line.Element(element)?.Value))
                throw new FunctionException("BL01001973", $"Account {number} requires the dimension {element}.",
                    "Give the dimension on the line.");
        return decimal.TryParse(line.Element("amount")?.Value, CultureInfo.InvariantCulture, out var amount)
            ? amount : throw new FunctionException("BL03000004", "The amount cannot be read.");
    }
}
