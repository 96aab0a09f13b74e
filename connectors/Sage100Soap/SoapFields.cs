using System.Text.Json;
using System.Xml.Linq;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>
/// The members of one structure on their way to the service: what it gave before, with what is to change. Columns that the contract
/// has no member for travel in OtherFields when they are user-defined, and are refused when they are not: the service would drop them
/// without a word.
/// </summary>
internal sealed class SoapFields(DateTime nullDate, string operation)
{
    private const string UserDefined = "UDF_";

    private readonly Dictionary<string, XElement> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> other = new(StringComparer.Ordinal);
    private readonly List<(string Name, JsonElement Value)> changes = [];
    private readonly List<SoapFields> lines = [];

    /// <summary>The key under which a line is known again: Sage's own, or the caller's.</summary>
    public string? Text(string name) => other.GetValueOrDefault(name) ?? given.GetValueOrDefault(name)?.Value;

    public static SoapFields From(XElement structure, DateTime nullDate, string operation)
    {
        var fields = new SoapFields(nullDate, operation);
        foreach (var member in structure.Elements())
        {
            if (member.Name.LocalName == SoapOtherFields.Member) fields.Take(SoapOtherFields.Read(member));
            else if (member.Name.LocalName == SoapLines.Member)
                fields.lines.AddRange(member.Elements().Select(line => From(line, nullDate, operation)));
            else fields.given[member.Name.LocalName] = member;
        }
        return fields;
    }

    public SoapFields Set(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && !SoapXml.CanCarry(value.GetString()!)) throw Unfit(name);
        if (name.StartsWith(UserDefined, StringComparison.Ordinal)) other[name] = SoapValues.Text(value, null, nullDate);
        else changes.Add((name, value));
        return this;
    }

    public SoapFields SetText(string name, string value) => Set(name, JsonSerializer.SerializeToElement(value));

    /// <summary>Changes the line that is meant, or adds one.</summary>
    public void SetLine(JsonElement line)
    {
        var target = SoapLines.Find(lines, line) ?? Added();
        foreach (var member in line.EnumerateObject()) target.Set(member.Name, member.Value);
    }

    public XElement Write(SoapContract contract, SoapMember structure)
    {
        var members = contract.MembersOf(structure.Type);
        var element = new XElement(structure.Name);
        var left = changes.Select(change => change.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var name = member.Name.LocalName;
            left.Remove(name);
            if (name == SoapOtherFields.Member) element.Add(SoapOtherFields.Write(contract, member, other));
            else if (name == SoapLines.Member) element.Add(SoapLines.Write(contract, member, lines));
            else if (changes.FindLast(change => change.Name == name) is { Name: not null } change)
                element.Add(new XElement(member.Name, SoapValues.Text(change.Value, member.Type, nullDate)));
            else if (given.TryGetValue(name, out var kept)) element.Add(kept);
        }
        return left.Count == 0 ? element : throw Unknown(left.First());
    }

    private void Take(IEnumerable<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields) other[name] = value;
    }

    private SoapFields Added()
    {
        lines.Add(new SoapFields(nullDate, operation));
        return lines[^1];
    }

    private FailureException Unknown(string name) => Refuse(name, "no-such-member",
        $"The service of this host has no member {name}.", "Take it out of the mapping, or have the agent write this record.");

    private FailureException Unfit(string name) => Refuse(name, "not-xml",
        $"The value of {name} has a control character, which XML cannot carry.", "Take it out of the value at its source.");

    private FailureException Refuse(string name, string code, string message, string cure) => new(
        new Failure(FailureClass.Validation, SageSoapOptions.Id, operation, code, message, cure) { Field = name });
}
