using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Sage300;

/// <summary>How to reach one company of a Sage 300 installation through its Web API.</summary>
public sealed record Sage300Options : IConnectionOptions
{
    /// <summary>The id of the only Sage 300 connection.</summary>
    public const string Id = "sage-300";

    /// <inheritdoc/>
    public string Connection => Id;

    /// <summary>The Web API's address, without the version: <c>https://HOST/Sage300WebApi</c>.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>The company's database ID (Org ID), up to six characters, such as <c>SAMLTD</c>; sent in upper case.</summary>
    public string Company { get; init; } = "";

    /// <summary>The Sage 300 user, not ADMIN, with "Sage 300 Web API" rights for each module; sent in upper case.</summary>
    public string User { get; init; } = "";

    /// <summary>Name of the secret that holds the user's password; empty where company security is off.</summary>
    public string PasswordSecret { get; init; } = "sage-300-password";

    /// <summary>How dates and decimals are written in filters. Default: as v1.0 of the Web API takes them.</summary>
    public Sage300Dialect Dialect { get; init; }

    /// <summary>
    /// Default: four calls at once, because the view engine takes no more; 120 seconds for one, because the first call wakes the
    /// server up and an order of many lines takes long. Writes of a module always go one after the other.
    /// </summary>
    public CallLimits Limits { get; init; } = new()
    {
        Calls = 20, Window = TimeSpan.FromSeconds(1), Concurrency = 4, RetryPause = TimeSpan.FromSeconds(2),
        TryTimeout = TimeSpan.FromSeconds(120), TotalTimeout = TimeSpan.FromMinutes(10),
    };

    internal string CompanyId => Company.ToUpperInvariant();

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate() => new OptionsProblems("")
        .Address(nameof(BaseAddress), BaseAddress)
        .Unless(BaseAddress?.AbsolutePath.Contains("/v1.0", StringComparison.OrdinalIgnoreCase) != true, nameof(BaseAddress), BaseAddress,
            "End the address before /v1.0: https://HOST/Sage300WebApi.")
        .Unless(Company.Length is >= 1 and <= 6 && Company.All(char.IsAsciiLetterOrDigit), nameof(Company), Company,
            "Give the company's database ID: one to six letters and digits, such as SAMLTD.")
        .Unless(User.Length is >= 1 and <= 8 && !User.Contains(':'), nameof(User), User,
            "Give the Sage 300 user ID: one to eight characters.")
        .Unless(!User.Equals("ADMIN", StringComparison.OrdinalIgnoreCase), nameof(User), User,
            "Give a user of its own: the Web API refuses ADMIN.")
        .Unless(PasswordSecret.Length == 0 || SecretNames.IsName(PasswordSecret), nameof(PasswordSecret), "(not shown)",
            "Give the name of a secret in the vault, not its value; leave it empty where company security is off.")
        .Under(nameof(Limits), Limits.Validate)
        .Found;
}
