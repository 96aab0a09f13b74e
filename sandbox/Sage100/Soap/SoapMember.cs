using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>One member of a data contract.</summary>
/// <param name="Name">Its element.</param>
/// <param name="Type">string, decimal, int, dateTime, or a structure of the contract.</param>
/// <param name="Column">The column that it shows; null where Sage keeps something that the sandbox does not.</param>
internal sealed record SoapMember(string Name, string Type, Column? Column = null)
{
    public bool IsSimple => Type is "string" or "decimal" or "int" or "dateTime";
}
