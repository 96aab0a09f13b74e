using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Metadata;

namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>Someone who works in the product; the first is whom the token belongs to.</summary>
internal sealed record CrmUser(string FirstName, string LastName, string Email, string Profile)
{
    public static readonly CrmUser Integration = new("Sync", "User", "sync@norvale.example", "Administrator");
    public static readonly CrmUser Person = new("Ana", "Reyes", "ana.reyes@norvale.example", "Standard");

    public static IReadOnlyList<CrmUser> All { get; } = [Integration, Person];

    public long Id => MetaId.Of("user", Email);

    public string FullName => $"{FirstName} {LastName}";

    public static CrmUser? Find(long id) => All.FirstOrDefault(user => user.Id == id);

    public JsonObject Reference() => new() { ["name"] = FullName, ["id"] = Id.ToString() };

    public JsonObject Owner()
    {
        var shown = Reference();
        shown["email"] = Email;
        return shown;
    }
}
