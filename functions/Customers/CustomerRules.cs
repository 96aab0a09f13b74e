using Isthmus.Connectors.Options;
using Isthmus.Core.Customers;
using Isthmus.Core.Mapping;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Customers;

/// <summary>Checks what a company configured about customers, and answers for each field who decides.</summary>
public sealed class CustomerRules
{
    /// <summary>The table of fields that travel.</summary>
    internal const string Table = "customer-fields";

    private const string Section = "Isthmus:Customers";
    private readonly Dictionary<string, Authority> groups;
    private readonly Dictionary<string, Authority> fields;

    /// <exception cref="InvalidOptionsException">Something is wrong; it lists everything.</exception>
    public CustomerRules(IOptions<CustomerOptions> options, MappingCatalog catalog)
    {
        Options = options.Value;
        var problems = Check(Options, [.. catalog.References.Get(Table).Rows.Select(row => row.Key)]);
        if (problems.Count > 0) throw new InvalidOptionsException(problems);
        groups = Groups(Options.Authority).ToDictionary(group => group.Name.ToLowerInvariant(), group => Authority.Words[group.Word]);
        fields = Options.Authority.Fields.ToDictionary(pair => FieldOf(pair.Key), pair => Authority.Words[pair.Value]);
    }

    /// <summary>The company's options.</summary>
    public CustomerOptions Options { get; }

    /// <summary>Who decides about a field.</summary>
    public Authority Of(string field) => fields.GetValueOrDefault(field) ?? groups[CustomerFields.GroupOf(field)!];

    /// <summary>What is done when a pair comes apart.</summary>
    internal string ActionFor(PartingKind kind) => kind switch
    {
        PartingKind.DeletedInStripe => Options.OnDeletedInStripe,
        PartingKind.MergedInZoho when Options.OnMergedInZoho != "follow" => Options.OnMergedInZoho,
        PartingKind.InactiveInZoho => Options.OnInactiveInZoho,
        _ => Options.OnDeletedInZoho,
    };

    internal static IReadOnlyList<OptionsProblem> Check(CustomerOptions options, IReadOnlyCollection<string> customFields)
    {
        var problems = new List<OptionsProblem>();
        string[] usual = ["unlink", "inactive", "hold"];
        OneOf(nameof(options.OnDeletedInStripe), options.OnDeletedInStripe, usual);
        OneOf(nameof(options.OnDeletedInZoho), options.OnDeletedInZoho, usual);
        OneOf(nameof(options.OnMergedInZoho), options.OnMergedInZoho, ["follow", .. usual]);
        OneOf(nameof(options.OnInactiveInZoho), options.OnInactiveInZoho, usual);
        foreach (var (name, word) in Groups(options.Authority)) OneOf($"Authority:{name}", word, Words(name.ToLowerInvariant()));
        foreach (var (name, word) in options.Authority.Fields)
        {
            var field = FieldOf(name);
            if (field.StartsWith(CustomerFields.CustomPrefix, StringComparison.Ordinal) && !customFields.Contains(name))
                Wrong($"Authority:Fields:{name}", word, $"Name one of {string.Join(", ", CustomerFields.Usual.Concat(customFields))}.");
            else OneOf($"Authority:Fields:{name}", word, Words(CustomerFields.GroupOf(field)!));
        }
        return problems;

        void OneOf(string name, string value, string[] words)
        {
            if (!words.Contains(value)) Wrong(name, value, $"Give {string.Join(" or ", words)}.");
        }

        void Wrong(string name, string value, string cure) => problems.Add(new($"{Section}:{name}", value, cure));
    }

    /// <summary>Sage takes part in custom fields only.</summary>
    private static string[] Words(string group) =>
        [.. Authority.Words.Where(word => group == "custom" || word.Value.Side != CustomerSide.Sage).Select(word => word.Key)];

    private static (string Name, string Word)[] Groups(CustomerAuthority authority) =>
    [
        (nameof(authority.Identity), authority.Identity), (nameof(authority.Address), authority.Address),
        (nameof(authority.Tax), authority.Tax), (nameof(authority.Custom), authority.Custom),
    ];

    private static string FieldOf(string name) => CustomerFields.Usual.Contains(name) ? name : CustomerFields.CustomPrefix + name;
}
