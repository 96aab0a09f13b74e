namespace Isthmus.Sandbox.Zoho;

/// <summary>One product whose clients come to the accounts servers.</summary>
internal interface IAccountsProduct
{
    Accounts Accounts { get; }

    /// <summary>The path of the API host that the token answer names.</summary>
    string ApiPath { get; }

    /// <summary>Status of the answer to a token too many: 400, or 200 as some see it.</summary>
    int DeniedStatus => 400;

    /// <summary>Whether its grants are known to the accounts server with this first path segment.</summary>
    bool IsServedBy(string segment) => segment == AccountsRoutes.Segment;
}
