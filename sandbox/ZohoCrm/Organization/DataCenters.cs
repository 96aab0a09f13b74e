namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>Where an organisation lives. The two hosts of a place do not follow from each other.</summary>
internal static class DataCenters
{
    public const string Default = "us";

    /// <summary>Location to the first path segments of its API host and of its accounts server.</summary>
    public static readonly IReadOnlyDictionary<string, (string Api, string Accounts)> All =
        new Dictionary<string, (string, string)>
        {
            [Default] = ("zoho-crm", "zoho-accounts"),
            ["ca"] = ("zoho-crm-ca", "zoho-accounts-ca"),
        };
}
