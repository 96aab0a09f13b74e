using System.Xml.Linq;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Sessions;
using Isthmus.Sandbox.Intacct.Writing;

namespace Isthmus.Sandbox.Intacct.Functions;

/// <summary>The functions by their names.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<string, Func<XElement, Caller, object>> functions;

    public FunctionTable(Company company, SignIn signIn, IdSource ids)
    {
        var writes = new WriteFunctions(company, new RecordWriter(company));
        var reads = new ReadFunctions(company);
        var lists = new ListFunctions(company, ids);
        var about = new AboutFunctions(company);
        functions = new()
        {
            ["getAPISession"] = (body, caller) => SessionFunction.Run(body, caller, signIn, company.Settings.Pod),
            ["query"] = new QueryFunction(company).Run,
            ["lookup"] = (body, _) => about.Lookup(body),
            ["inspect"] = (body, _) => about.Lookup(body),
            ["read"] = (body, _) => reads.ByNumber(body),
            ["readByName"] = (body, _) => reads.ByName(body),
            ["readByQuery"] = lists.Query,
            ["readMore"] = ListFunctions.More,
            ["getDimensions"] = (_, _) => AboutFunctions.Dimensions(),
            ["getDimensionRelationships"] = (_, _) => AboutFunctions.Relationships(),
            ["readUserFormatting"] = (body, _) => about.Formatting(body),
            ["getUserPermissions"] = (_, _) => about.Permissions(),
            ["getAuditTrail"] = (body, _) => reads.AuditTrail(body),
            ["create"] = (body, _) => writes.Create(body),
            ["update"] = (body, _) => writes.Update(body),
            ["delete"] = (body, _) => writes.Delete(body),
            ["create_invoice"] = (body, _) => new InvoiceFunction(company).Create(body),
        };
    }

    /// <summary>What stands in the result beside its status.</summary>
    public object Run(XElement body, Caller caller) => functions[body.Name.LocalName](body, caller);
}
