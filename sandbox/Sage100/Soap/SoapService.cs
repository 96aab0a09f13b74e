using System.Xml.Linq;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>What each operation does. Callers hold the company's gate.</summary>
internal sealed class SoapService(Company company, FaultPlan faults, SoapSettings settings, SoapStructures structures)
{
    private static readonly Dictionary<string, string> Objects = new(StringComparer.Ordinal)
    {
        ["Customer"] = CustomerSchema.Object, ["CustomerContact"] = CustomerContactSchema.Object, ["SalesOrder"] = SalesOrderSchema.Object
    };

    private readonly SoapReader reader = new(settings, structures);
    private readonly SoapWriter writer = new(settings, structures);
    private readonly SoapRecordWrite records = new(company, new SoapReader(settings, structures), structures);

    /// <summary>The result, or null where the operation gives none.</summary>
    public XElement? Run(SoapOperation operation, XElement call)
    {
        var given = reader.Parameters(call, operation);
        if (operation.NeedsLogon) LetIn(given);
        return operation.Name switch
        {
            "GetContractInformation" => Information(),
            "GetDiagnosticInformation" => throw new SoapFaultException("WS_Fault", "Remote diagnostics are not allowed."),
            "GetSalesOrderTemplate" => Template(operation, given),
            "GetNextSalesOrderNo" => Result(operation, Numbering.Next(company, SalesOrderSchema.Object)),
            "GetNextCustomerNo" => Result(operation, Numbering.Next(company, CustomerSchema.Object)),
            _ => OnRecord(operation, given)
        };
    }

    private XElement? OnRecord(SoapOperation operation, Dictionary<string, XElement> given)
    {
        var verb = (string[])["Get", "Create", "Update", "Delete"];
        var said = verb.First(each => operation.Name.StartsWith(each, StringComparison.Ordinal));
        var kind = operation.Name[said.Length..];
        var name = Objects[kind];
        if (said == "Get") return writer.Row(Name(operation.Name + "Result"), kind, Find(name, given));
        if (said == "Delete") Delete(name, given);
        else records.Write(
            name, kind, given.Values.LastOrDefault(each => each.Name.LocalName == operation.Parameters[^1].Name), said == "Update");
        if (faults.Take(SageVendor.Id, FaultKind.StoredError, $"SOAP {operation.Name}"))
            throw new SoapFaultException("WS_Fault", "An exception occurred.");
        return null;
    }

    private void LetIn(Dictionary<string, XElement> given)
    {
        var logon = reader.Structure(given.GetValueOrDefault("logon"), "Logon");
        var right = logon.GetValueOrDefault("Username")?.Value == settings.UserName
            && logon.GetValueOrDefault("Password")?.Value == settings.Password && !settings.PasswordExpired;
        if (!right || !settings.System || !settings.Company || !settings.User
            || faults.Take(SageVendor.Id, FaultKind.TokenExpiry, "SOAP")) throw SoapFaultException.Logon();
        var code = given.GetValueOrDefault("companyCode")?.Value ?? "";
        if (code != Company.Code) throw new SoapFaultException("WS_Company", $"The company code {code} is invalid.");
        if (company.Settings.CompanyLocked)
            throw new SoapFaultException("WS_Fault", $"Company {Company.Code} is locked for period end processing.");
    }

    private Row Find(string name, Dictionary<string, XElement> given)
    {
        var table = company[name];
        var key = TableKey.Of(table.Schema.Keys.Select(part => ColumnRules.Format(
            table.Schema.Find(part)!, KeyPart(given, part), company.Settings.Release)));
        return table.Find(key) ?? throw SoapFaultException.NoKey(table.Schema.KeyLabel);
    }

    private void Delete(string name, Dictionary<string, XElement> given)
    {
        var bus = BusinessObjects.Create(company, name)!;
        foreach (var part in bus.Schema.Keys)
            if (bus.SetKeyValue(part, KeyPart(given, part)) == 0) throw SoapFaultException.Of(bus.Error!);
        var met = bus.SetKey();
        if (bus.IsNew || met == 2) throw SoapFaultException.NoKey(bus.Schema.KeyLabel);
        if (met == 0 || bus.Delete() == 0) throw SoapFaultException.Of(bus.Error!);
    }

    private XElement Template(SoapOperation operation, Dictionary<string, XElement> given)
    {
        var customer = Find(CustomerSchema.Object, given);
        var order = new Row(company[SalesOrderSchema.Object].Schema).Set("ARDivisionNo", customer.Text("ARDivisionNo"))
            .Set("CustomerNo", customer.Text("CustomerNo")).Set("OrderDate", company.Time.Now().Date);
        CustomerDefaults.Fill(order, customer);
        return writer.Row(Name(operation.Name + "Result"), "SalesOrder", order);
    }

    private XElement Information() => new(Name("GetContractInformationResult"),
        new XElement(writer.Name("AssemblyVersion"), "7.20.3.0"), new XElement(writer.Name("ContractVersion"), "4"),
        new XElement(writer.Name("NullDateTime"), SoapWriter.NullDate.ToString("s", System.Globalization.CultureInfo.InvariantCulture)));

    private XElement Result(SoapOperation operation, string text) => new(Name(operation.Name + "Result"), text);

    private XName Name(string element) => XName.Get(element, settings.Namespace);

    private static string KeyPart(Dictionary<string, XElement> given, string column) => given
        .FirstOrDefault(each => each.Key.Equals(column, StringComparison.OrdinalIgnoreCase)).Value?.Value ?? "";
}
