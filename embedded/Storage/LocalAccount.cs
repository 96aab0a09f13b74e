namespace Isthmus.Embedded.Storage;

/// <summary>The storage account that a connection string or an address means on this machine: a folder.</summary>
internal sealed class LocalAccount
{
    private const string Development = "UseDevelopmentStorage=true";
    private const string Folder = "IsthmusHome=";
    private readonly string home;
    private EmbeddedStore? joined;

    private LocalAccount(string home, string name)
    {
        this.home = home;
        Name = name;
    }

    /// <summary>The name of the account, as clients show it.</summary>
    public string Name { get; }

    /// <summary>The open store of the folder. Ask at every use: its owner may have closed it and opened it anew.</summary>
    public EmbeddedStore Store => joined is { Closing: false } open ? open : joined = EmbeddedStore.Join(home);

    /// <summary>
    /// The folder of the development account: <c>ISTHMUS_HOME</c>, or <c>.isthmus</c> in the current directory.
    /// </summary>
    public static string DevelopmentHome =>
        Path.GetFullPath(Environment.GetEnvironmentVariable("ISTHMUS_HOME") is { Length: > 0 } chosen ? chosen : ".isthmus");

    /// <summary>Reads <c>UseDevelopmentStorage=true</c> or <c>IsthmusHome=/a/folder</c>.</summary>
    /// <exception cref="FormatException">It is another connection string, such as that of an account in Azure.</exception>
    public static LocalAccount Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var text = connectionString.Trim().TrimEnd(';');
        if (text.Equals(Development, StringComparison.OrdinalIgnoreCase)) return new(DevelopmentHome, "devstoreaccount1");
        if (text.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && text.Length > Folder.Length)
            return new(Path.GetFullPath(text[Folder.Length..]), "devstoreaccount1");
        throw new FormatException(
            $"The embedded storage knows the connection strings '{Development}' and '{Folder}<folder>' only. " +
            "For an account in Azure build with -p:AzurePackages=nuget.");
    }

    /// <summary>
    /// An address with a credential means the development folder; the account has the name that stands in the address.
    /// </summary>
    public static LocalAccount At(Uri endpoint) => new(DevelopmentHome, NameIn(endpoint));

    private static string NameIn(Uri endpoint) => endpoint.IsLoopback
        ? endpoint.Segments.ElementAtOrDefault(1)?.TrimEnd('/') ?? "devstoreaccount1"
        : endpoint.Host.Split('.')[0];
}
