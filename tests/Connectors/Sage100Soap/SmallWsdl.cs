namespace Isthmus.Connectors.Tests.Sage100Soap;

/// <summary>A contract of one structure and four operations, as another host might word it.</summary>
internal static class SmallWsdl
{
    public const string Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    public static string Text(string types = Types) => $"""
        <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
          xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
          <w:types>{types}</w:types>
          <w:message name="in1"><w:part name="p" element="t:GetCustomer"/></w:message>
          <w:message name="in2"><w:part name="p" element="t:CreateCustomer"/></w:message>
          <w:message name="in3"><w:part name="p" element="t:GetContractInformation"/></w:message>
          <w:portType name="P">
            <w:operation name="GetCustomer"><w:input message="t:in1"/></w:operation>
            <w:operation name="CreateCustomer"><w:input message="t:in2"/></w:operation>
            <w:operation name="GetContractInformation"><w:input message="t:in3"/></w:operation>
          </w:portType>
          <w:binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
            <w:operation name="GetCustomer"><soap:operation soapAction="act:get"/></w:operation>
            <w:operation name="CreateCustomer"><soap:operation soapAction="act:create"/></w:operation>
            <w:operation name="GetContractInformation"><soap:operation soapAction="act:info"/></w:operation>
          </w:binding>
        </w:definitions>
        """;

    public const string Types = """
        <xs:schema targetNamespace="urn:t" elementFormDefault="qualified">
          <xs:element name="GetContractInformation"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
          <xs:element name="GetCustomer"><xs:complexType><xs:sequence>
            <xs:element name="companyCode" type="xs:string"/><xs:element name="logon" type="t:Logon"/>
            <xs:element name="customerNo" type="xs:string"/><xs:element name="arDivisionNo" type="xs:string"/>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element name="CreateCustomer"><xs:complexType><xs:sequence>
            <xs:element name="customer" type="t:Customer"/><xs:element name="logon" type="t:Logon"/>
          </xs:sequence></xs:complexType></xs:element>
          <xs:complexType name="Base"><xs:sequence><xs:element name="ZipCode" type="xs:string"/></xs:sequence></xs:complexType>
          <xs:complexType name="Customer"><xs:complexContent><xs:extension base="t:Base"><xs:sequence>
            <xs:element name="CustomerName" type="xs:string"/><xs:element name="CreditLimit" type="xs:decimal"/>
            <xs:element name="ARDivisionNo" type="xs:string"/><xs:element name="CustomerNo" type="xs:string"/>
          </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
          <xs:complexType name="Logon"><xs:sequence>
            <xs:element name="Username" type="xs:string"/><xs:element name="Password" type="xs:string"/>
          </xs:sequence></xs:complexType>
        </xs:schema>
        """;

    public static string Answer(string inside) => $"""<s:Envelope xmlns:s="{Envelope}"><s:Body>{inside}</s:Body></s:Envelope>""";
}
