namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>One operation: its parameters in their order, by name and type, and the type of its result.</summary>
internal sealed record SoapOperation(string Name, IReadOnlyList<SoapMember> Parameters, string? Result)
{
    private static readonly SoapMember Customer = new("customer", "Customer");
    private static readonly SoapMember Contact = new("customerContact", "CustomerContact");
    private static readonly SoapMember Order = new("salesOrder", "SalesOrder");

    private static readonly SoapMember[] CustomerKey = [new("arDivisionNo", "string"), new("customerNo", "string")];
    private static readonly SoapMember[] ContactKey = [.. CustomerKey, new("contactCode", "string")];
    private static readonly SoapMember[] OrderKey = [new("salesOrderNo", "string")];

    public static readonly IReadOnlyDictionary<string, SoapOperation> All = new SoapOperation[]
    {
        new("GetContractInformation", [], "ContractInformation"), new("GetDiagnosticInformation", [], "string"),
        With("GetNextSalesOrderNo", [], "string"), With("GetSalesOrderTemplate", CustomerKey, "SalesOrder"),
        With("GetSalesOrder", OrderKey, "SalesOrder"), With("CreateSalesOrder", [Order], null),
        With("UpdateSalesOrder", [Order], null), With("DeleteSalesOrder", OrderKey, null),
        With("GetNextCustomerNo", [], "string"), With("GetCustomer", CustomerKey, "Customer"),
        With("CreateCustomer", [Customer], null), With("UpdateCustomer", [Customer], null),
        With("DeleteCustomer", CustomerKey, null), With("GetCustomerContact", ContactKey, "CustomerContact"),
        With("CreateCustomerContact", [Contact], null), With("UpdateCustomerContact", [Contact], null),
        With("DeleteCustomerContact", ContactKey, null)
    }.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    public bool NeedsLogon => Parameters.Count > 0;

    private static SoapOperation With(string name, IReadOnlyList<SoapMember> own, string? result) =>
        new(name, [new("logon", "Logon"), new("companyCode", "string"), .. own], result);
}
