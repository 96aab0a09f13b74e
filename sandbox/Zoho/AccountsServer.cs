namespace Isthmus.Sandbox.Zoho;

/// <summary>The accounts servers: which product a client belongs to is said by its id.</summary>
internal sealed class AccountsServer
{
    private readonly List<IAccountsProduct> products = [];

    public void Add(IAccountsProduct product) => products.Add(product);

    public IAccountsProduct For(string? clientId) => products.Find(product => product.Accounts.Knows(clientId)) ?? products[0];

    public bool Revoke(string token) => products.Exists(product => product.Accounts.Revoke(token));
}
