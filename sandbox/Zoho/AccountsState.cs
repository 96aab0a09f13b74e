namespace Isthmus.Sandbox.Zoho;

/// <summary>The grants and tokens that an accounts server keeps for one product.</summary>
internal sealed class AccountsState
{
    public List<Grant> Grants { get; set; } = [];

    public List<AccessToken> Tokens { get; set; } = [];
}
