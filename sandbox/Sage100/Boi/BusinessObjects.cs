using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>Makes the business object that writes a table.</summary>
internal static class BusinessObjects
{
    /// <summary>A fresh object, or null where Sage offers a read service only.</summary>
    public static BusinessObject? Create(Company company, string name) => name switch
    {
        CustomerSchema.Object => new CustomerObject(company),
        SalesOrderSchema.Object => new SalesOrderObject(company),
        ItemSchema.Object => new ItemObject(company),
        _ => null
    };
}
