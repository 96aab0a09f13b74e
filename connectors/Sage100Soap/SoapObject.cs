namespace Isthmus.Connectors.Sage100Soap;

/// <summary>A business object as the service calls it.</summary>
/// <param name="Object">Sage's name: AR_Customer.</param>
/// <param name="Operation">What its operations are called: Customer.</param>
/// <param name="Parameter">The parameter that holds a whole record.</param>
/// <param name="Keys">The parameters of its key, by the key's columns.</param>
internal sealed record SoapObject(string Object, string Operation, string Parameter, IReadOnlyDictionary<string, string> Keys)
{
    private static readonly SoapObject[] Known =
    [
        new("AR_Customer", "Customer", "customer", Key(("ARDivisionNo", "arDivisionNo"), ("CustomerNo", "customerNo"))),
        new("AR_CustomerContact", "CustomerContact", "customerContact",
            Key(("ARDivisionNo", "arDivisionNo"), ("CustomerNo", "customerNo"), ("ContactCode", "contactCode"))),
        new("SO_SalesOrder", "SalesOrder", "salesOrder", Key(("SalesOrderNo", "salesOrderNo"))),
    ];

    /// <summary>Null where the service does not know the object: then only the agent does.</summary>
    public static SoapObject? Find(string name) => Array.Find(Known, each => each.Object == name);

    private static Dictionary<string, string> Key(params (string Column, string Parameter)[] parts) =>
        parts.ToDictionary(part => part.Column, part => part.Parameter);
}
