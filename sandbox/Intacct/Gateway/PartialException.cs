using System.Xml.Linq;

namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>Some objects of one function were written and some were not: the result fails and tells what it did.</summary>
internal sealed class PartialException(string verb, XElement data, IReadOnlyList<FunctionException> failures) : Exception("partial")
{
    public string Verb => verb;

    public new XElement Data => data;

    public IReadOnlyList<FunctionException> Failures => failures;
}
