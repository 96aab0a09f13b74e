using System.Xml.Linq;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Functions;
using Isthmus.Sandbox.Intacct.Sessions;

namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>Runs the operations of a request: who calls, then each function, alone or all together.</summary>
internal sealed class Operations(Company company, SignIn signIn, FunctionTable functions, Answers answers, FaultPlan faults)
{
    private readonly HashSet<string> executed = [];
    private readonly Dictionary<string, long> calls = [];

    /// <summary>How often each function was called for each object.</summary>
    public IReadOnlyDictionary<string, long> Calls => calls;

    public void Clear()
    {
        executed.Clear();
        calls.Clear();
    }

    public XElement Run(XElement operation, bool unique, string root, string endpoint)
    {
        var login = operation.Element("authentication")!;
        var who = login.Element("login");
        var user = (who?.Element("userid")?.Value ?? Company.User, who?.Element("companyid")?.Value ?? Company.Id);
        try
        {
            var session = signIn.Require(login, endpoint);
            var asked = operation.Elements("content").Elements("function").ToList();
            var results = operation.Attribute("transaction")?.Value == "true"
                ? Together(asked, unique, new Caller(session, root))
                : [.. asked.Select(function => Alone(function, unique, new Caller(session, root)))];
            return new XElement("operation", Authentication("success", user, session), results);
        }
        catch (GatewayException refused)
        {
            return new XElement("operation", Authentication("failure", user, null),
                Answers.Messages(answers.Error(refused.Number, refused.Message)));
        }
    }

    private XElement Authentication(string status, (string User, string Company) who, Session? session) => new("authentication",
        new XElement("status", status), new XElement("userid", who.User), new XElement("companyid", who.Company),
        session is null ? null : new object[]
        {
            new XElement("locationid", session.Entity), new XElement("sessiontimestamp", Stamp(company.Now)),
            new XElement("sessiontimeout", Stamp(session.Expires)),
        });

    private XElement Alone(XElement function, bool unique, Caller caller)
    {
        try { return Success(function, Execute(function, unique, caller)); }
        catch (FunctionException failed) { return Failure(function, failed); }
        catch (PartialException partial)
        {
            return Result(function, "failure", partial.Data, Answers.Messages(partial.Failures.SelectMany(failed => new[]
            {
                answers.Error(failed.Number, failed.Message, failed.Correction),
                answers.Error("BL01001973", $"Could not {partial.Verb} record."),
            })));
        }
    }

    private List<XElement> Together(List<XElement> asked, bool unique, Caller caller)
    {
        XElement? at = null;
        try
        {
            return company.Together(() => asked.Select(function => Success(at = function, Execute(function, unique, caller))).ToList());
        }
        catch (Exception error) when (error is FunctionException or PartialException)
        {
            var cause = error as FunctionException ?? ((PartialException)error).Failures[0];
            foreach (var function in asked) executed.Remove(IdOf(function));
            return [.. asked.Select(function => function == at ? Failure(function, cause) : Aborted(function))];
        }
    }

    private object Execute(XElement function, bool unique, Caller caller)
    {
        var body = function.Elements().Single();
        var subject = $"{body.Name.LocalName} {ObjectOf(body)}".TrimEnd();
        calls[subject] = calls.GetValueOrDefault(subject) + 1;
        if (faults.TryTake(IntacctVendor.Id, FaultKind.Status, subject) is { } fault)
        {
            if (fault.Status == 200)
                throw new FunctionException(fault.Code ?? "Query Failed", "The function failed because somebody asked for it.");
            throw new HttpFaultException(fault.Status, fault.Code, "asked for");
        }
        if (unique && executed.Contains(IdOf(function)))
            throw new FunctionException("XL03000008", $"The function with controlid {IdOf(function)} was executed before.");
        var result = functions.Run(body, caller);
        if (unique) executed.Add(IdOf(function));
        return result;
    }

    private static string IdOf(XElement function) => function.Attribute("controlid")!.Value;

    private static string ObjectOf(XElement body) => body.Name.LocalName is "create" or "update"
        ? body.Elements().First().Name.LocalName : body.Element("object")?.Value.Trim().ToUpperInvariant() ?? "";

    private static XElement Success(XElement function, object data) => Result(function, "success", data);

    private XElement Failure(XElement function, FunctionException failed) =>
        Result(function, "failure", Answers.Messages(answers.Error(failed.Number, failed.Message, failed.Correction)));

    private XElement Aborted(XElement function) => Result(function, "aborted", Answers.Messages(answers.Error(
        "XL03000009", "The entire transaction in this operation has been rolled back due to an error.")));

    private static XElement Result(XElement function, string status, params object[] content) => new("result",
        new XElement("status", status), new XElement("function", function.Elements().Single().Name.LocalName),
        new XElement("controlid", IdOf(function)), content);

    private static string Stamp(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
